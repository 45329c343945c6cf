import type { Fact } from '#engine/fact.ts'
import type { CheckedBy, DeclineGround, VoidGround } from '../../contract/certificate.ts'
import { CHECK_TITLES, DECLINE_TITLES, VOID_TITLES } from './titles.ts'

interface Told {
  text: string
  details: string[]
}

/** What happened, as a line of the story; sealed words are opened for whoever may read them. */
export function tellCertificate({ kind, body }: Fact, open: (sealed: unknown) => string): Told {
  const said = (text: string, ...details: (string | undefined)[]): Told => ({
    text,
    details: details.flatMap((each) => (each === undefined || each === '' ? [] : [each])),
  })
  switch (kind) {
    case 'certificate-asked':
      return said(body['online'] === true ? '网上申请' : '到便民服务站申请')
    case 'certificate-checked':
      return said(`核实：${CHECK_TITLES[body['how'] as CheckedBy]}`, open(body['found']))
    case 'certificate-issued':
      return said(`开具，编号${String(body['no'])}`)
    case 'certificate-declined':
      return said(
        `不予开具：${DECLINE_TITLES[body['ground'] as DeclineGround]}`,
        open(body['reason']),
        body['instead'] === undefined ? undefined : `可以找：${String(body['instead'])}`,
      )
    case 'certificate-withdrawn':
      return said('申请撤回')
    case 'certificate-lost':
      return said('挂失，补发一张', open(body['lost']))
    case 'certificate-voided':
      return said(`作废：${VOID_TITLES[body['ground'] as VoidGround]}`, open(body['reason']))
    case 'certificate-overdue':
      return said('过了答复的日子还没有答复')
    default:
      return said(kind)
  }
}
