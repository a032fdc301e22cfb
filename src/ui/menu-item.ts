/** One entry of a menu. Entries that make no sense now are left out rather than greyed. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly onselect: () => void;
}
