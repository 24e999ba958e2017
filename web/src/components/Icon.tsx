const PATHS = {
  send: 'M12 19V5M6 11l6-6 6 6',
  stop: 'M7 7h10v10H7z',
  close: 'M6 6l12 12M18 6L6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  plus: 'M12 5v14M5 12h14',
  copy: 'M9 9h10v10H9zM5 15V5h10',
  repeat:
    'M4 12a8 8 0 0 1 13.7-5.6L20 8.5M20 4v4.5h-4.5M20 12a8 8 0 0 1-13.7 5.6L4 15.5M4 20v-4.5h4.5',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  previous: 'M14 6l-6 6 6 6',
  next: 'M10 6l6 6-6 6',
  settings: 'M4 7h9M17 7h3M15 4.5v5M4 17h3M11 17h9M9 14.5v5',
  keyboard: 'M3 7h18v10H3zM7 11h.01M11 11h.01M15 11h.01M18 11h.01M8 14h8',
  filter: 'M4 6h16M7 12h10M10 18h4',
  search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15.5 15.5L20 20',
  more: 'M5.5 12h.5M11.75 12h.5M18 12h.5',
  remove: 'M5 7h14M9 7V5h6v2M7 7l1 12h8l1-12',
  quote: 'M5 16v-5a4 4 0 0 1 4-4M5 12h5v5H5zM14 16v-5a4 4 0 0 1 4-4M14 12h5v5h-5z',
  possible: 'M9 9a3 3 0 1 1 4.2 2.8c-.8.4-1.2 1-1.2 2.2M12 17.5v.01',
  absent: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 17.5l11-11',
  seal: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 11.5l2.2 2.2L15.5 9.5',
  supported: 'M5 12.5l4.5 4.5L19 7.5',
  partly: 'M12 5a7 7 0 1 0 0 14zM12 5a7 7 0 0 1 0 14',
  unsupported: 'M12 6v7.5M12 17.5v.01',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawn sign. It never speaks: the control that holds it has a name of its own. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
