import type { Book } from '#capabilities/books/model.ts'
import type { ListVersion } from './model/version.ts'
import { guidingList } from '../delegation-books/guiding/list.ts'
import { grassrootsList } from '../delegation-books/sorting/list.ts'
import { certificateList } from './kinds/certificate-list.ts'
import { centreList } from './kinds/centre-list.ts'
import type { ListMeans } from './kinds/means.ts'
import { stationList } from './kinds/station-list.ts'
import { townList } from './kinds/town-list.ts'

/** Every list that is approved and made public by version. */
export const allLists = (means: ListMeans): Book<ListVersion>[] => [
  townList(means),
  centreList(means),
  stationList(means),
  certificateList(means),
  guidingList(means),
  grassrootsList(means),
]
