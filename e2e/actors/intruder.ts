import type { Frame, Page, Request } from 'playwright/test';

export type AppPageName = 'index' | 'panel' | 'modal';

export interface Intrusion {
  /** What the browser forbade, by the directive that did. */
  readonly forbidden: readonly string[];
  /** What ran all the same. */
  readonly ran: readonly string[];
}

/**
 * Puts into a page of the app what somebody would who had got markup into it: script in the page, in
 * an attribute, from elsewhere and as text, a picture, a form and a request to another host.
 * @param expected what will have been forbidden, waited for as long as a busy browser may take
 */
export function intrude(
  page: Page,
  name: AppPageName,
  expected: readonly string[],
): Promise<Intrusion> {
  return appPage(page, name).evaluate(async (expected) => {
    const forbidden = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      forbidden.add(effectiveDirective);
    });
    const ran: string[] = [];
    Object.defineProperty(window, 'intruded', { value: (what: string) => ran.push(what) });
    const add = (tag: string, attributes: Record<string, string>, text = ''): HTMLElement => {
      const element = document.createElement(tag);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.textContent = text;
      element.hidden = true;
      document.body.append(element);
      return element;
    };

    add('script', {}, "intruded('script in the page')");
    add('img', { src: 'data:,', onerror: "intruded('script in an attribute')" });
    const foreign = add('script', { src: 'https://elsewhere.example/script.js' });
    foreign.addEventListener('load', () => ran.push('script from elsewhere'));
    add('img', { src: 'https://elsewhere.example/picture.png' });
    add('style', {}, 'body { color: red }');
    add('iframe', { src: 'https://elsewhere.example/' });
    add('base', { href: 'https://elsewhere.example/' });
    const form = add('form', { action: 'https://elsewhere.example/', target: '_blank' });
    if (form instanceof HTMLFormElement) form.requestSubmit();
    // In a task of its own: what is evaluated from outside, as this is, may do it in any page.
    setTimeout(() => {
      try {
        // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- it is to fail
        new Function("intruded('text as code')")();
      } catch {
        // Forbidden, as it should be: the event says by what.
      }
    });
    await fetch('https://elsewhere.example/').then(
      () => ran.push('request to elsewhere'),
      () => {},
    );
    const after = (ms: number): Promise<void> => new Promise((done) => void setTimeout(done, ms));
    for (let tries = 0; tries < 100; tries += 1) {
      if (expected.every((directive) => forbidden.has(directive))) break;
      await after(100);
    }
    // What is not expected has had the time to come, too.
    await after(300);
    return { forbidden: [...forbidden].sort(), ran };
  }, expected);
}

/** Cookies apart, everything that a page could keep in its browser: names of what it does. */
export function keptBy(page: Page, name: AppPageName): Promise<readonly string[]> {
  return appPage(page, name).evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map((database) => database.name ?? ''),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ]);
}

/** Every request that any page of somebody's browser makes, from now on. */
export function requestsOf(page: Page): readonly Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return requests;
}

function appPage(page: Page, name: AppPageName): Frame {
  const found = page.frames().find((frame) => frame.url().includes(`/${name}.html`));
  if (found === undefined) throw new Error(`${name}.html is not open.`);
  return found;
}
