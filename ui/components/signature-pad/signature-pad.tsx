import type { VNode } from 'preact'
import { signatureWords as words } from './words.ts'

/**
 * A place to write one's name with a finger; the picture goes into the choice of files beside it like any photograph. It is a
 * picture and nothing more: a drawn name is no reliable electronic signature (电子签名法第十三条), so no act rests on it alone.
 * It stands only where a script runs; without one, and without a hand that can draw, the choice of files and the window remain.
 */
export function SignaturePad({ id, input, label }: { id: string; input: string; label: string }): VNode {
  return (
    <div class="signature" id={id} data-signature={input}>
      <p id={`${id}-hint`}>{words.hint}</p>
      <canvas
        class="signature-paper"
        role="img"
        aria-label={words.empty(label)}
        aria-describedby={`${id}-hint`}
        data-empty={words.empty(label)}
        data-written={words.written(label)}
      />
      <div class="signature-acts">
        <button class="button button-normal" type="button" data-clear>
          {words.clear}
        </button>
        <button class="button button-normal" type="button" data-take>
          {words.take}
        </button>
      </div>
      <p class="signature-said" role="status" />
    </div>
  )
}
