import type { JsonObject } from './args';

export type ItemType = keyof typeof kinds;

export interface Kind {
  readonly width: number;
  readonly height: number;
  readonly props: JsonObject;
}

/** Sizes and properties of a new item. D:websdk-reference-<type>. */
export const kinds = {
  frame: {
    width: 100,
    height: 100,
    props: { title: 'New frame', style: { fillColor: '#ffffff' }, showContent: true },
  },
  sticky_note: {
    width: 199,
    height: 228,
    props: {
      content: '',
      shape: 'square',
      style: { fillColor: 'light_yellow', textAlign: 'center', textAlignVertical: 'middle' },
      tagIds: [],
    },
  },
  shape: {
    width: 100,
    height: 100,
    props: {
      content: '',
      shape: 'rectangle',
      rotation: 0,
      style: {
        color: '#1a1a1a',
        fillColor: 'transparent',
        fillOpacity: 1,
        fontFamily: 'arial',
        fontSize: 14,
        textAlign: 'center',
        textAlignVertical: 'middle',
        borderStyle: 'normal',
        borderOpacity: 1,
        borderColor: '#1a1a1a',
        borderWidth: 2,
      },
    },
  },
  text: {
    width: 300,
    height: 40,
    props: {
      content: '',
      rotation: 0,
      style: {
        color: '#1a1a1a',
        fillColor: 'transparent',
        fillOpacity: 1,
        fontFamily: 'arial',
        fontSize: 14,
        textAlign: 'left',
      },
    },
  },
  card: {
    width: 320,
    height: 94,
    props: {
      title: '',
      description: '',
      rotation: 0,
      style: { cardTheme: '#2d9bf0', fillBackground: false },
      taskStatus: 'none',
      tagIds: [],
    },
  },
  image: { width: 320, height: 240, props: { title: '', url: '', rotation: 0 } },
  connector: {
    width: 0,
    height: 0,
    props: {
      shape: 'curved',
      style: { startStrokeCap: 'none', endStrokeCap: 'arrow', strokeColor: '#333333' },
      captions: [],
    },
  },
} as const satisfies Record<string, Kind>;

export const isItemType = (type: string): type is ItemType => Object.hasOwn(kinds, type);
