/**
 * A picture without its colours, as the decoder takes it fastest: a binary PGM file, that is a short header and
 * one byte of light for each pixel (https://netpbm.sourceforge.net/doc/pgm.html).
 */
export type Grey = Uint8Array<ArrayBuffer>;

/** Pixels as a canvas hands them out: red, green, blue and alpha, a byte each. */
export interface Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** An empty picture, and where its light begins. */
const blank = (width: number, height: number): { grey: Grey; start: number } => {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const grey = new Uint8Array(head.length + width * height);
  grey.set(head);
  return { grey, start: head.length };
};

/** The light of coloured pixels (weights of ITU-R BT.601, in 1,024ths). Clear ones count as their colour. */
export const greyOfPixels = ({ data, width, height }: Pixels): Grey => {
  const { grey, start } = blank(width, height);
  for (let from = 0, to = start; to < grey.length; from += 4, to++) {
    grey[to] = (306 * data[from]! + 601 * data[from + 1]! + 117 * data[from + 2]!) >> 10;
  }
  return grey;
};

/** The light that lies in a plane of its own, its rows `stride` bytes apart. */
export const greyOfPlane = (plane: Uint8Array, stride: number, width: number, height: number): Grey => {
  const { grey, start } = blank(width, height);
  for (let row = 0; row < height; row++) {
    grey.set(plane.subarray(row * stride, row * stride + width), start + row * width);
  }
  return grey;
};

/** Formats whose first plane is the light alone, 8 bits a pixel: what cameras give. */
const PLANAR = ['I420', 'I420A', 'I422', 'I444', 'NV12'];

/** The light of a camera's frame. What comes in another format, or in the graphics chip's own, is drawn first. */
export const greyOfFrame = async (frame: VideoFrame): Promise<Grey> => {
  const { width, height } = frame.visibleRect ?? { width: frame.displayWidth, height: frame.displayHeight };
  if (frame.format && PLANAR.includes(frame.format)) {
    const bytes = new Uint8Array(frame.allocationSize());
    const [light] = await frame.copyTo(bytes);
    return greyOfPlane(bytes.subarray(light!.offset), light!.stride, width, height);
  }
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  pen.drawImage(frame, 0, 0, width, height);
  return greyOfPixels(pen.getImageData(0, 0, width, height));
};
