import type { VNode } from 'preact'
import type { MessagePage, MessageView } from '#capabilities/portal/contract.ts'
import {
  Button,
  ButtonRow,
  EmptyState,
  LinkButton,
  PageHeading,
  Paging,
  StatusTag,
} from '#ui/components/index.ts'
import { moment } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, Layout, mattersTrail } from '../../layout.tsx'

export interface MessagesProps extends MessagePage {
  visit: Visit
  /** Not the first page. */
  later?: boolean
}

export function MessagesPage({ visit, items, unread, nextCursor, later = false }: MessagesProps): VNode {
  return (
    <Layout visit={visit} title="我的消息" trail={mattersTrail} shell={{ current: 'messages' }}>
      <PageHeading title="我的消息">{items.length > 0 && <p>{unreadSentence(unread)}</p>}</PageHeading>
      <div class="message-tools">
        <a href="/my/messages/settings">短信和邮件提醒设置</a>
        {unread > 0 && items.length > 0 && !later && <ReadAll visit={visit} upTo={items[0]!.at} />}
      </div>
      {items.length === 0 ? <Nothing /> : <Messages visit={visit} items={items} />}
      <Paging
        what="消息"
        {...(later ? { first: '/my/messages' } : {})}
        {...(nextCursor === undefined
          ? {}
          : { next: `/my/messages?cursor=${encodeURIComponent(nextCursor)}` })}
      />
    </Layout>
  )
}

function unreadSentence(unread: number): string {
  if (unread === 0) return '消息都看过了。'
  return unread > 99 ? '有超过99条消息还没有看。' : `有${unread}条消息还没有看。`
}

/** What came after this page was made stays unread. */
function ReadAll({ visit, upTo }: { visit: Visit; upTo: string }): VNode {
  return (
    <form method="post" action="/my/messages/read">
      <CsrfField visit={visit} />
      <input type="hidden" name="upTo" value={upTo} />
      <Button tone="normal">全部标为已读</Button>
    </form>
  )
}

function Nothing(): VNode {
  return (
    <EmptyState title="还没有消息">
      <p>您申请的事有了进展、要您补材料、结果出来了，都会在这里告诉您。</p>
      <ButtonRow>
        <LinkButton href="/my">看我的办件</LinkButton>
      </ButtonRow>
    </EmptyState>
  )
}

function Messages({ visit, items }: { visit: Visit; items: readonly MessageView[] }): VNode {
  return (
    <ul class="message-list">
      {items.map((message) => (
        <li key={message.id} class={message.unread ? 'message-unread' : undefined}>
          <div class="case-line-head">
            <h2>{message.title}</h2>
            {message.unread && <StatusTag tone="strong">未读</StatusTag>}
          </div>
          <p>{message.text}</p>
          <p class="muted small">
            {`${moment(message.at)}，${own(message) ? '回执' : '办件'}编号 `}
            <span class="figures">{own(message) ? message.no : groupedNumber(message.no)}</span>
          </p>
          <Open visit={visit} message={message} />
        </li>
      ))}
    </ul>
  )
}

/** About what its reader said of somebody else's matter: they know the number of their receipt and no other. */
const own = ({ kind }: MessageView): boolean => kind === 'objection-answered'

/** Opening changes something (the message is read), so it is a form and no link. */
function Open({ visit, message }: { visit: Visit; message: MessageView }): VNode {
  return (
    <form method="post" action={`/my/messages/${message.id}`}>
      <CsrfField visit={visit} />
      <button class="plain-button" type="submit">
        {own(message) ? '打开回执' : '打开办件'}
        <span class="visually-hidden">{`：${message.title}，${moment(message.at)}`}</span>
      </button>
    </form>
  )
}
