import { Checkbox } from 'antd'
import { useState } from 'react'
import type { PaperView, StoryLine } from '#capabilities/case/contract.ts'
import { longDay, time } from '#ui/format/day.ts'
import { inline } from '../../server/inline.ts'
import { byDay } from './by-day.ts'
import { caseWords as words } from './words.ts'

interface Props {
  story: readonly StoryLine[]
  /** Papers a step may be linked to; a licence has none of its own. */
  papers?: readonly PaperView[]
}

/** What happened, day by day, the latest first; what no person did is told more quietly. */
export function StoryList({ story, papers = [] }: Props) {
  const [onlyPeople, setOnlyPeople] = useState(false)
  const days = byDay(onlyPeople ? story.filter(({ system }) => system !== true) : story)
  return (
    <div className="stack-tight">
      <Checkbox
        className="no-print"
        checked={onlyPeople}
        onChange={(event) => setOnlyPeople(event.target.checked)}
      >
        {words.onlyPeople}
      </Checkbox>
      {days.length === 0 && <p className="muted">{words.noPeople}</p>}
      <div>
        {days.map(({ day, lines }) => (
          <section key={day} aria-labelledby={`story-${day}`}>
            <h3 id={`story-${day}`} className="story-day">
              {longDay(day)}
            </h3>
            <ol className="story-lines">
              {lines.map((line) => (
                <Line key={line.seq} line={line} papers={papers} />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </div>
  )
}

function Line({ line, papers }: { line: StoryLine; papers: readonly PaperView[] }) {
  const { at, who, place, text, details, system } = line
  const made = papers.filter(({ id, url }) => url !== undefined && line.papers?.includes(id) === true)
  return (
    <li className={system ? 'story-line story-system' : 'story-line'}>
      <time dateTime={at} className="muted figures">
        {time(at)}
      </time>
      <p>
        {system !== true && <strong>{words.storyWhere(who, place)}：</strong>}
        {text}
        {made.map((paper) => (
          <a
            key={paper.id}
            className="story-paper"
            href={inline(paper.url!)}
            target="_blank"
            rel="noreferrer"
          >
            {paper.title}
          </a>
        ))}
      </p>
      {details.length > 0 && (
        <ul className="small">
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
    </li>
  )
}
