import { useMemo } from 'preact/hooks';
import { linkQr } from '../../../share/qr.ts';
import { t } from '../../words/words.ts';

/** The link's code in its rope frame: black on white in either theme, with its quiet zone in the drawing. */
export const CodePicture = ({ link, big }: { link: string; big: boolean }) => {
  const { d, size } = useMemo(() => linkQr(link), [link]);
  return (
    <div class={big ? 'qr rope whole' : 'qr rope'}>
      <div>
        <svg
          viewBox={`0 0 ${size} ${size}`}
          role="img"
          aria-label={t('show.code.label')}
          shape-rendering="crispEdges"
        >
          <path d={d} />
        </svg>
      </div>
    </div>
  );
};
