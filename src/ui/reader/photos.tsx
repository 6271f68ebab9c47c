import { useLayoutEffect, useState } from 'preact/hooks';
import { apart } from '../../domain/safe-text.ts';
import type { SharedFile } from '../../domain/share.ts';
import { titleOf } from '../../domain/show.ts';
import { mayUnpack } from '../../share/jpeg.ts';
import { t } from '../words/words.ts';
import { Section } from './rows.tsx';
import { useView } from './view.ts';

/** Photos and PDFs that came with the share, each with the name of what it belongs to. In memory alone. */
export const Photos = () => {
  const { files } = useView();
  if (files.length === 0) return null;
  return (
    <Section class="r-photos" title={t('reader.photos')}>
      {files.map((file, i) => (
        <Photo key={i} file={file} />
      ))}
    </Section>
  );
};

const useAddress = ({ bytes, type }: SharedFile): string | null => {
  const [address, setAddress] = useState<string | null>(null);
  // Before anything else goes on: what is drawn only to be printed has them too.
  useLayoutEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  return address;
};

const Photo = ({ file }: { file: SharedFile }) => {
  const { share, ways, preview } = useView();
  const address = useAddress(file);
  const item = share.items[file.item];
  const name = item ? apart(titleOf(item, ways)) : '';
  if (!address) return null;
  if (file.type !== 'application/pdf' && !mayUnpack(file.type, file.bytes)) {
    return (
      <p>
        <bdi>{name}</bdi> {t('reader.photo.not')}
      </p>
    );
  }
  if (file.type !== 'application/pdf') {
    return (
      <figure class="r-photo">
        <img src={address} alt={t('reader.photo', { name })} width={file.width} height={file.height} />
        <figcaption class="meta">
          <bdi>{name}</bdi>
        </figcaption>
      </figure>
    );
  }
  // A copy on their device is theirs to make, so it is only offered; the person's own look has nothing to press.
  return (
    <p>
      <bdi>{name}</bdi>{' '}
      {preview ? (
        t('reader.pdf')
      ) : (
        <a class="btn" href={address} download="copy.pdf">
          {t('reader.pdf.save')}
        </a>
      )}
    </p>
  );
};
