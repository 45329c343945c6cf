import { Button } from 'antd'
import { useState } from 'react'
import { day } from '#ui/format/day.ts'
import { Unreadable } from '../../shell/unreadable.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { EndPostDialog } from './end-post-dialog.tsx'
import { usePosts } from './use-posts.ts'
import { postsWords as words, roleWords } from './words.ts'
import '../../lists/lists.css'

/** For the security administrator (安全管理员): who may do what, where. */
export function PostsPage() {
  const posts = usePosts()
  const [ending, setEnding] = useState<{ id: string; title: string; personName: string }>()
  if (posts.isPending) return <Waiting />
  if (posts.isError && posts.data === undefined)
    return <Unreadable title={words.title} error={posts.error} retry={() => void posts.refetch()} />
  const found = posts.data.pages.flatMap((page) => page.items)
  return (
    <>
      <h1>{words.title}</h1>
      <p className="muted">{words.text}</p>
      {found.length === 0 && <p>{words.none}</p>}
      <ul className="rows">
        {found.map((post) => (
          <li key={post.id} className="rows-4">
            <div>
              <strong>{post.personName}</strong>
              <div>{post.title}</div>
            </div>
            <div>
              {post.placeName}
              <div className="small muted">{post.bodyName}</div>
            </div>
            <div>{post.roles.map((role) => roleWords[role] ?? role).join('、')}</div>
            <div className="row-end">
              <span className="small muted">
                {post.validTo === undefined ? words.noEnd : words.until(day(post.validTo))}
              </span>
              <Button
                size="small"
                danger
                aria-label={words.endOf(post.personName, post.title)}
                onClick={() => setEnding({ id: post.id, title: post.title, personName: post.personName })}
              >
                {words.end}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {posts.hasNextPage && (
        <Button loading={posts.isFetchingNextPage} onClick={() => void posts.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {ending && <EndPostDialog post={ending} close={() => setEnding(undefined)} />}
    </>
  )
}
