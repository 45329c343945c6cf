import { useState, type ReactNode } from 'react'
import type { AllowedAct } from '#capabilities/case/contract.ts'
import { KeptIn } from '../../session/kept/kept-place.tsx'
import { announce } from '../../shell/notice.tsx'
import { useGoOn } from '../asked/use-go-on.ts'
import { askedWords } from '../asked/words.ts'
import { ActDialog } from './act-dialog.tsx'
import type { Matter } from './matter.ts'

/** Acting on a matter: which act was chosen, and its dialog while it is open. */
export function useActing(matter: Matter): { choose: (act: AllowedAct) => void; dialog: ReactNode } {
  const [acting, setActing] = useState<AllowedAct>()
  const goOn = useGoOn(acting, matter.version)
  const close = () => setActing(undefined)
  return {
    choose: setActing,
    dialog: acting && (
      <KeptIn matter={[...matter.reads.self, acting.act].join('/').replaceAll(' ', '_')}>
        <ActDialog
          matter={matter}
          act={acting}
          close={close}
          done={() => {
            close()
            goOn()
            announce(askedWords.done(acting.title))
          }}
        />
      </KeptIn>
    ),
  }
}
