import { isRefusal } from '#engine/refusal.ts'
import { scan } from '../applications.ts'
import { asCitizen } from '../people.ts'
import type { Run } from '../run.ts'

/** More than one person may upload on a day. */
const MORE_THAN_A_DAY = 1_001

/** Once, a script on somebody's telephone uploads all day until the office says that it is enough. */
export async function uploadsAllDay(run: Run): Promise<void> {
  const { town, random, journal, citizens } = run
  if (journal.mishaps.has('uploads-all-day')) return
  const who = asCitizen(random.oneOf(citizens))
  journal.mishap('uploads-all-day')
  for (let count = 0; count < MORE_THAN_A_DAY; count++) {
    const view = await town.house.cases.attachments.upload(town.area, who.actor, 'scan.pdf', scan('any'))
    if (!isRefusal(view)) continue
    journal.write(town.clock.now(), 'uploads', view.code)
    return journal.refuse(view.code)
  }
}
