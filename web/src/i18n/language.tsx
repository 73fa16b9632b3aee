'use client';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useShop } from '@/api/shop';
import type { Korean } from './ko';
import { type Language, speak } from './spoken';
import { type Dictionary, fill, type Text, type Values, type Words } from './words';

const Remembered = 'lw.language';

interface Chosen {
  language: Language;
  /** What the api is asked to speak: known before the Korean words are loaded. */
  asked: Language;
  /** BCP 47, for numbers and dates: the region of the visitor's browser within the language of the store. */
  locale: string;
  korean: Korean | null;
}

const English: Chosen = { language: 'en', asked: 'en', locale: 'en-US', korean: null };
const Current = createContext<Chosen>(English);

/** Which language the page speaks: the admin's, else the store's, else the one of the last visit, else the browser's. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const ofShop = useShop()?.language;
  const [chosen, choose] = useState(English);
  useEffect(() => {
    let isOld = false;
    const asked = wanted(ofShop);
    const locale = localeOf(asked);
    const apply = (korean: Korean | null) => {
      if (!isOld) {
        document.documentElement.lang = asked;
        window.localStorage.setItem(Remembered, asked);
        // The same again would write every text of the page anew.
        choose((before) =>
          before.asked === asked && before.locale === locale && before.korean === korean && before.language === asked
            ? before
            : { language: asked, asked, locale, korean },
        );
      }
    };
    speak(asked);
    if (asked === 'ko') {
      choose((before) => ({ ...before, asked }));
      void import('./ko').then((module) => apply(module.korean));
    } else {
      apply(null);
    }

    return () => {
      isOld = true;
    };
  }, [ofShop]);
  return <Current value={chosen}>{children}</Current>;
}

export function useLocale(): { language: Language; asked: Language; locale: string } {
  return useContext(Current);
}

/** The texts of a feature: `const t = useWords(leaksWords); t('title')`. */
export function useWords<Name extends keyof Korean, Texts extends Dictionary>(
  english: Words<Name, Texts>,
): (key: keyof Texts & string, values?: Values) => string {
  const { korean, locale } = useContext(Current);
  const texts = useMemo<Dictionary>(
    () => ({ ...english.texts, ...(korean?.[english.name] as Dictionary | undefined) }),
    [english, korean],
  );
  return useCallback((key, values) => fill(texts[key] as Text, locale, values), [texts, locale]);
}

/** The store's own language was chosen just now: what the address asked for before no longer counts. */
export function forgetAskedLanguage() {
  window.sessionStorage.removeItem(Remembered);
}

function wanted(ofShop: string | undefined): Language {
  const ofAdmin = new URLSearchParams(window.location.search).get('locale');
  if (ofAdmin !== null) {
    window.sessionStorage.setItem(Remembered, ofAdmin);
  }

  const tag =
    window.sessionStorage.getItem(Remembered) ??
    ofShop ??
    window.localStorage.getItem(Remembered) ??
    window.navigator.language;
  return tag.toLowerCase().startsWith('ko') ? 'ko' : 'en';
}

function localeOf(language: Language): string {
  return (
    window.navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ??
    (language === 'ko' ? 'ko-KR' : 'en-US')
  );
}
