import type { ChapterPage } from '../chapter-page.ts'

/** Whom to ask: the unit that deals with the matter, beside the organ that decides. */
export const handlingPage: ChapterPage = {
  parts: ({ dossier: { handler, decidingBody }, world }) =>
    handler === undefined
      ? []
      : [
          {
            key: 'handling',
            title: '承办单位',
            lines: [],
            facts: [
              { label: '由谁承办', text: handler.name },
              { label: '在哪里', text: handler.place },
              { label: '咨询电话', text: handler.phone },
              { label: '决定机关', text: `${world.bodies.get(decidingBody) ?? decidingBody}，没有变化` },
            ],
          },
        ],
}
