import { createContext } from 'preact'
import type { ComponentChildren, VNode } from 'preact'

/** True inside pages of a self-service device: no field there offers or keeps what somebody else typed. */
export const AtKiosk = createContext(false)

export interface KioskFrame {
  /** Signs out after a while without a touch. */
  script: string
  /** Where ending the use leads, by button, by script and without one. */
  end: string
  home: string
}

/** Long enough to fill in a page by hand; with scripts the time counts from the last touch instead. */
const END_WITHOUT_SCRIPT_SECONDS = 180

export function KioskHead({ kiosk }: { kiosk: KioskFrame }): VNode {
  return (
    <>
      <noscript>
        <meta http-equiv="refresh" content={`${END_WITHOUT_SCRIPT_SECONDS};url=${kiosk.end}`} />
      </noscript>
      <script defer src={kiosk.script} />
    </>
  )
}

/** On every page, in the same corner: whoever is done leaves nothing behind. */
export function EndButton({ kiosk }: { kiosk: KioskFrame }): VNode {
  return (
    <a class="kiosk-end" href={kiosk.end}>
      结束使用
    </a>
  )
}

/** Asked half a minute before the end; any touch answers. */
export function IdleQuestion(): VNode {
  return (
    <div class="kiosk-idle" id="kiosk-idle" role="alertdialog" aria-label="还在办吗" tabIndex={-1} hidden>
      <p class="kiosk-idle-title">还在办吗？</p>
      <p>
        没有人操作，再过<b>30</b>秒自动退出，没有保存的内容会清掉。
      </p>
      <button class="button button-primary" type="button">
        还在办，接着来
      </button>
    </div>
  )
}

export function WithKiosk({ on, children }: { on: boolean; children: ComponentChildren }): VNode {
  return <AtKiosk.Provider value={on}>{children}</AtKiosk.Provider>
}
