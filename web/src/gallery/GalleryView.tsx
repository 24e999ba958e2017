import { useMemo } from 'react';
import { AnswerSection } from '../answer/AnswerSection.tsx';
import { TurnProblem } from '../answer/TurnProblem.tsx';
import { ViewPage } from '../components/ViewPage.tsx';
import { useLanguage } from '../language/messages.ts';
import { sampleTurns } from './sample-turns.ts';
import './GalleryView.css';

/** Every block in every state, made of invented answers: for those who work on the page. */
export default function GalleryView() {
  const language = useLanguage();
  const samples = useMemo(() => sampleTurns(language), [language]);
  return (
    <ViewPage>
      <h1 className="view-heading" lang="en">
        Gallery
      </h1>
      {samples.map(([name, turn]) => (
        <section key={name} className="gallery-sample" data-sample={name}>
          <h2 lang="en">{name}</h2>
          <AnswerSection turn={turn} />
          <TurnProblem turn={turn} />
        </section>
      ))}
    </ViewPage>
  );
}
