declare module 'pngjs' {
  interface Png {
    width: number;
    height: number;
    data: Uint8Array;
  }
  export const PNG: {
    new (size: { width: number; height: number }): Png;
    sync: { read(file: Uint8Array): Png; write(picture: Png): Buffer };
  };
}
