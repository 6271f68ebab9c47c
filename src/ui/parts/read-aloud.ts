import { useEffect, useState } from 'preact/hooks';

/**
 * A voice that speaks this language and is on the device itself: others send what they read to a server. `null` where
 * there is none. One for the same country comes before another, the device's own choice before the rest.
 *
 * @param lang BCP 47: "en-AU"; Android writes its own with an underscore
 */
export const localVoice = <V extends Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>>(
  voices: readonly V[],
  lang: string,
): V | null => {
  const parts = (of: string) => of.toLowerCase().split(/[-_]/);
  const [language, country] = parts(lang);
  const rank = (voice: V) => Number(parts(voice.lang)[1] === country) * 2 + Number(voice.default);
  const fit = voices.filter(voice => voice.localService === true && parts(voice.lang)[0] === language);
  return fit.sort((a, b) => rank(b) - rank(a))[0] ?? null;
};

/** Voices come late: some browsers list none until they have loaded. */
const useLocalVoice = (lang: string): SpeechSynthesisVoice | null => {
  const synthesis = 'speechSynthesis' in window ? speechSynthesis : null;
  const find = () => localVoice(synthesis?.getVoices() ?? [], lang);
  const [voice, setVoice] = useState(find);
  useEffect(() => {
    const look = () => setVoice(find);
    look();
    synthesis?.addEventListener('voiceschanged', look);
    return () => synthesis?.removeEventListener('voiceschanged', look);
  }, [lang]);
  return voice;
};

export interface ReadAloud {
  reading: boolean;
  start: () => void;
  stop: () => void;
}

/**
 * Reads lines aloud with a voice of the device, one after the other; `null` where it has none. It stops where the
 * lines are others, the screen goes, or the app is put away.
 */
export const useReadAloud = (lines: readonly string[], lang: string): ReadAloud | null => {
  const voice = useLocalVoice(lang);
  const [reading, setReading] = useState(false);
  const text = lines.join('\n');
  const stop = () => {
    if ('speechSynthesis' in window) speechSynthesis.cancel();
    setReading(false);
  };
  // There from the start, so that no press is quick enough to leave a voice behind.
  useEffect(() => {
    document.addEventListener('visibilitychange', stop);
    addEventListener('pagehide', stop);
    return () => {
      document.removeEventListener('visibilitychange', stop);
      removeEventListener('pagehide', stop);
      stop();
    };
  }, [text]);
  if (!voice) return null;
  const start = () => {
    speechSynthesis.cancel();
    for (const [at, line] of lines.entries()) {
      const said = new SpeechSynthesisUtterance(line);
      said.voice = voice;
      said.lang = voice.lang;
      if (at === lines.length - 1) said.onend = () => setReading(false);
      // Stopping it is told as an error too, and may be told once the next one has begun.
      said.onerror = ({ error }) => {
        if (error !== 'canceled' && error !== 'interrupted') setReading(false);
      };
      speechSynthesis.speak(said);
    }
    setReading(true);
  };
  return { reading, start, stop };
};
