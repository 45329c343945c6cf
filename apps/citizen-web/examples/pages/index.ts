import type { Example } from '#ui/components/example.ts'
import { visitsOf } from '../visits.ts'
import { findingPages } from './finding.tsx'
import { peoplePages } from './people.tsx'
import { applyingPages } from './applying.tsx'
import { casesPages } from './cases.tsx'
import { actsPages } from './acts.tsx'
import { askingPages } from './asking.tsx'
import { stationPages } from './stations.tsx'
import { togetherPages } from './together.tsx'
import { troublePages } from './trouble.tsx'

const FAMILIES = [
  findingPages,
  peoplePages,
  applyingPages,
  togetherPages,
  casesPages,
  actsPages,
  askingPages,
  stationPages,
  troublePages,
]

/** Every page in its empty, filled and wrong state; shown, measured and checked by the browser test. */
export function pageExamples(elder = false): Example[] {
  const visits = visitsOf(elder)
  return FAMILIES.flatMap((pages) => pages(visits))
}
