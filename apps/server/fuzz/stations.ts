import { afterAll } from 'vitest'
import { httpUtilities } from '#capabilities/exchange/index.ts'
import type { Clock } from '#platform/clock.ts'
import { utilitiesSimulator } from '../../../simulators/utilities/server.ts'
import { AREA, type Stage } from '../matrix/stage.ts'
import { got, right, type Right } from './right.ts'
import type { Json } from './values.ts'

const SECRET = 'shared-with-the-suppliers'

/** Water, electricity, gas and heating beside the house, asked over HTTP. */
export async function suppliers(clock: Clock) {
  const simulator = utilitiesSimulator({ clock, secret: SECRET })
  afterAll(() => simulator.close())
  return { utilities: httpUtilities({ url: await simulator.listen(), secret: SECRET }) }
}

const CERTIFICATE = {
  ...{ type: 'guardian-appointed', purpose: '办理监护人变更登记' },
  holder: { name: '测试戊', idNumber: '370304190001010013', phone: '19900000009' },
  wish: '指定测试己为测试庚的监护人。',
}

/** A bill that was paid at the counter with its receipt, and a certificate that was issued there. */
export async function atTheStation(stage: Stage): Promise<Right[]> {
  const clerk = await stage.as('clerk.shantou')
  const owed = { utility: 'water', account: '37030412' }
  const { bill } = got(await clerk.call('POST', '/utilities/owed', owed)) as { bill: string }
  const order = { input: { utility: 'water', bill, how: 'cash' } }
  const paid = got(await clerk.call('POST', '/books/utility-payment/begin/order', order)) as { id: string }
  const asked = got(await clerk.call('POST', '/certificates', CERTIFICATE)) as { id: string }
  const acts = `/certificates/${asked.id}/acts`
  const checked = { input: { how: 'meeting', found: '村民委员会开会研究过。' } }
  got(await clerk.call('POST', `${acts}/check`, checked))
  const content = '经本村村民委员会研究，指定测试己为测试庚的监护人。'
  got(await clerk.call('POST', `${acts}/issue`, { input: { content } }))
  const another = { ...CERTIFICATE, holder: { ...CERTIFICATE.holder, idNumber: '370304190001010021' } }
  const waiting = got(await clerk.call('POST', '/certificates', another)) as { id: string }
  await stage.settle()
  const caller = 'the clerk of the town'
  return [
    right(caller, 'payments.utilityOwed', 'POST', '/utilities/owed', { ...owed, utility: 'gas' }),
    right(caller, 'paymentFiles.utilityReceipt', 'GET', `/utilities/payments/${paid.id}/receipt`),
    right(caller, 'certificates.askCertificate', 'POST', '/certificates', CERTIFICATE),
    right(caller, 'certificates.certificate', 'GET', `/certificates/${asked.id}`),
    right(caller, 'certificates.knownOf', 'POST', '/certificates/known', {
      idNumber: CERTIFICATE.holder.idNumber,
    }),
    right(caller, 'certificates.certificateAct', 'POST', `/certificates/${waiting.id}/acts/check`, checked),
    right(caller, 'certificateFiles.certificatePaper', 'GET', `/certificates/${asked.id}/paper`),
  ]
}

export async function knownStations({ house }: Stage): Promise<Record<string, readonly Json[]>> {
  const paid = await house.db.query<{ id: string }>(
    `SELECT id::text AS id FROM books.entry WHERE area_code = '${AREA}' AND book = 'utility-payment'`,
  )
  return {
    '/api/v1/utilities/payments/{id}/receipt:id': paid.map(({ id }) => id),
    account: ['37030412', '37030413', '37030000'],
    type: [CERTIFICATE.type, '好人证明', '亲属关系证明'],
  }
}
