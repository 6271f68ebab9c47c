import { prepareZXingModule } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { decode, type Effort } from './decode.ts';
import { greyOfFrame, greyOfPixels, type Pixels } from './grey.ts';

/** One picture for the worker. */
export interface Ask {
  readonly picture: VideoFrame | Pixels;
  readonly effort: Effort;
}

/** What its codes say; no `texts` where something broke. */
export interface Answer {
  readonly texts?: string[];
}

// Our own copy: left alone, the decoder would be fetched from elsewhere. Compiling begins now, not with the first picture.
void prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true }).catch(
  () => undefined,
);

const answer = async ({ picture, effort }: Ask): Promise<string[]> => {
  if ('data' in picture) return decode(greyOfPixels(picture), effort);
  try {
    return await decode(await greyOfFrame(picture), effort);
  } finally {
    picture.close();
  }
};

addEventListener('message', event => {
  void answer((event as MessageEvent<Ask>).data).then(
    texts => postMessage({ texts } satisfies Answer),
    () => postMessage({} satisfies Answer),
  );
});
