/** Where this page is, without what stands behind `?` and `#`. */
export const pageAddress = (): string => location.origin + location.pathname;
