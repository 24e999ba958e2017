import { useEffect, useState } from 'react';
import { getStarterQuestions } from '../api/collection.ts';
import { useRequest } from '../components/use-request.ts';
import { useLanguage } from '../language/messages.ts';
import { useAppState } from '../state/store.ts';

/** Milliseconds until the server, which is still asking, is looked at again. */
const AGAIN_AFTER = 2_000;

/** Questions that the server asked of this index and answered well, as far as it is with them. */
export function useStarterQuestions() {
  const language = useLanguage();
  const generation = useAppState((state) => state.health?.index?.generation ?? null);
  const [look, setLook] = useState(0);
  const { result, error } = useRequest(
    generation === null ? null : `${generation} ${language} ${look}`,
    (signal) => getStarterQuestions(language, signal),
  );
  const isOpen = result?.complete === false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every look that ends without all begins the next
  useEffect(() => {
    if (!isOpen) return;
    const timer = window.setTimeout(() => setLook((count) => count + 1), AGAIN_AFTER);
    return () => window.clearTimeout(timer);
  }, [isOpen, result]);
  return {
    questions: result?.questions ?? [],
    /** Whether the first look has ended. */
    isKnown: result !== null || error !== null,
    complete: result?.complete ?? false,
  };
}
