import type { VNode } from 'preact'
import type { DraftView } from '#capabilities/portal/contract.ts'
import type { Visit } from '../../house.ts'
import { QrPicture } from '../../qr.tsx'
import { stepPath } from '../apply/progress.ts'

/** A kiosk has nobody's photos: whoever has them on a phone goes on there, under the same account and draft. */
export function OnPhone({ visit, draft }: { visit: Visit; draft: DraftView }): VNode {
  const path = stepPath(draft.id, 'materials')
  return (
    <section class="on-phone" aria-labelledby="on-phone">
      <div>
        <h2 id="on-phone">用手机传</h2>
        <p>照片在手机里的，用手机扫这个二维码，登录同一个账号，拍照上传。传好以后回到这里。</p>
        <p>
          <a class="button button-normal" href={path}>
            手机上传好了，看看
          </a>
        </p>
      </div>
      <QrPicture text={`${visit.house.options.publicOrigin}${path}`} label="用手机打开这一步的二维码" />
    </section>
  )
}
