import type { VNode } from 'preact'
import type { TogetherPaper, TogetherView } from '#capabilities/portal/contract.ts'
import { Button, ButtonRow, LinkButton, type Problem } from '#ui/components/index.ts'
import { fileSize } from '#ui/format/quantity.ts'
import type { Visit } from '../../house.ts'
import { CsrfField } from '../../layout.tsx'
import { TogetherFrame, togetherPath } from './frame.tsx'

/** Each paper once, with the words of every item that asks for it. */
export function TogetherPapersPage({
  visit,
  view,
  problems = [],
}: {
  visit: Visit
  view: TogetherView
  problems?: readonly Problem[]
}): VNode {
  const limit = fileSize(visit.house.options.fileLimit)
  return (
    <TogetherFrame
      visit={visit}
      view={view}
      step="papers"
      title="交材料"
      lead={
        <p>{`同样的材料只交一份，几件事都收到。可以用手机拍照，也可以传PDF或OFD文件，每个不超过${limit}。现在拿不出来的先空着，以后可以补。`}</p>
      }
      problems={problems}
    >
      <form method="post" action={`/together/${view.id}/uploads`} encType="multipart/form-data">
        <CsrfField visit={visit} />
        <ul class="material-list">
          {view.papers.map((paper) => (
            <PaperLine key={paper.key} paper={paper} problems={problems} />
          ))}
        </ul>
        <ButtonRow>
          <Button>保存并继续</Button>
          <LinkButton href={togetherPath(view.id, 'form')} tone="normal">
            上一步
          </LinkButton>
        </ButtonRow>
      </form>
      {view.papers
        .filter(({ files }) => files.length > 0)
        .map(({ key, name }) => (
          <form key={key} method="post" action={`/together/${view.id}/clear`}>
            <CsrfField visit={visit} />
            <input type="hidden" name="paper" value={key} />
            <ButtonRow>
              <Button tone="normal">{`去掉已传的“${name}”，重新传`}</Button>
            </ButtonRow>
          </form>
        ))}
    </TogetherFrame>
  )
}

export const paperTarget = (key: string): string => `paper-${key.replaceAll('.', '-')}`

function PaperLine({ paper, problems }: { paper: TogetherPaper; problems: readonly Problem[] }): VNode {
  const { key, name, needed, asks, files } = paper
  const target = paperTarget(key)
  const wrong = problems.filter((problem) => problem.target === target)
  const several = asks.length > 1
  return (
    <li class="material-row">
      <h2>{name}</h2>
      <p>{`${needed ? '要交' : '按情况交'}。${several ? `${asks.map(({ itemName }) => `《${itemName}》`).join('')}都要，只交一份。` : `《${asks[0]!.itemName}》要。`}`}</p>
      <ul>
        {[...new Set(asks.map(({ standard }) => standard))].map((standard) => (
          <li key={standard}>{standard}</li>
        ))}
      </ul>
      {files.length > 0 && <p>{`已传${files.length}个文件。`}</p>}
      <div class="file-choice">
        <div class="file-way">
          <label for={target}>{`选照片或文件：${name}`}</label>
          <input
            id={target}
            type="file"
            name={`file.${key}`}
            accept="image/jpeg,image/png,application/pdf,.ofd"
            aria-describedby={wrong.length > 0 ? `${target}-error` : undefined}
          />
        </div>
      </div>
      {wrong.length > 0 && (
        <p class="field-error" id={`${target}-error`}>
          {wrong.map(({ message }) => message).join('\n')}
        </p>
      )}
    </li>
  )
}
