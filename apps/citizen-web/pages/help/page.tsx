import type { VNode } from 'preact'
import { Disclosure, PageHeading } from '#ui/components/index.ts'
import type { Visit } from '../../house.ts'
import { homeTrail, Layout } from '../../layout.tsx'
import { helpAnswers } from './words.ts'

export function HelpPage({ visit }: { visit: Visit }): VNode {
  return (
    <Layout visit={visit} title="帮助" trail={homeTrail} shell={{ current: 'help' }}>
      <PageHeading title="怎样使用本网站">
        <p>不会用也没关系：到任何一个窗口或村里的便民服务站，都有人帮您办，不收费。</p>
      </PageHeading>
      {helpAnswers.map(({ title, questions }) => (
        <section key={title} class="guide-section" aria-label={title}>
          <h2>{title}</h2>
          {questions.map(({ question, answer }) => (
            <Disclosure key={question} summary={question}>
              {answer.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </Disclosure>
          ))}
        </section>
      ))}
    </Layout>
  )
}
