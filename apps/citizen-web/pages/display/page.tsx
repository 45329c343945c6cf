import type { VNode } from 'preact'
import { Button, ButtonRow, ChoiceField, NoticeBox, PageHeading } from '#ui/components/index.ts'
import type { ThemeName } from '#ui/tokens/colour.ts'
import type { Visit } from '../../house.ts'
import { CsrfField, homeTrail, Layout } from '../../layout.tsx'

export interface DisplayProps {
  visit: Visit
  /** The page from which the reader came, to go back to. */
  from: string
  saved?: boolean
}

/** 显示设置: size and colours as this reader wants them, on this device. Works without a script. */
export function DisplayPage({ visit, from, saved = false }: DisplayProps): VNode {
  return (
    <Layout visit={visit} title="显示设置" trail={homeTrail} shell={{ searchInHeader: false }}>
      <PageHeading title="显示设置">
        <p>只管这台设备，不用登录。选好后按“保存”，整个网站都会变。</p>
      </PageHeading>
      {saved && (
        <NoticeBox tone="good" title="已经保存，现在看到的就是新样子" live>
          <p>
            <a href={from}>回到刚才的页面</a>
          </p>
        </NoticeBox>
      )}
      <form class="display-form" method="post" action="/display">
        <CsrfField visit={visit} />
        <input type="hidden" name="to" value={from} />
        <ChoiceField
          id="field-size"
          name="size"
          label="字号"
          required
          choices={[
            { value: 'standard', label: '标准字' },
            { value: 'elder', label: '大字', hint: '字和按钮都放大到一倍半。' },
          ]}
          chosen={[visit.elder ? 'elder' : 'standard']}
        />
        <fieldset class="field display-themes">
          <legend class="field-label">颜色</legend>
          <div class="choices">
            {THEMES.map((theme) => (
              <ThemeChoice
                key={theme.value}
                theme={theme}
                chosen={(visit.theme ?? 'system') === theme.value}
              />
            ))}
          </div>
        </fieldset>
        <ButtonRow>
          <Button>保存</Button>
        </ButtonRow>
      </form>
    </Layout>
  )
}

interface ThemeLine {
  value: ThemeName | 'system'
  label: string
  hint: string
}

const THEMES: readonly ThemeLine[] = [
  { value: 'system', label: '跟随手机或电脑', hint: '设备晚上变深色，这里也变。' },
  { value: 'light', label: '浅色', hint: '一直是浅底深字。' },
  { value: 'dark', label: '深色', hint: '一直是深底浅字，晚上看不刺眼。' },
  { value: 'contrast-light', label: '高对比，白底黑字', hint: '没有浅灰的字，边框都画清楚。' },
  { value: 'contrast-dark', label: '高对比，黑底亮字', hint: '怕光、看白底晃眼的人用。' },
]

/** Each choice shows itself: a small piece of page in its own colours. */
function ThemeChoice({ theme, chosen }: { theme: ThemeLine; chosen: boolean }): VNode {
  const id = `theme-${theme.value}`
  return (
    <div class="choice">
      <input
        id={id}
        name="theme"
        type="radio"
        value={theme.value}
        checked={chosen}
        aria-describedby={`${id}-hint`}
      />
      <label for={id}>{theme.label}</label>
      <p class="choice-hint" id={`${id}-hint`}>
        {theme.hint}
      </p>
      {theme.value !== 'system' && (
        <p class="display-sample" data-theme={theme.value} aria-hidden="true">
          字是这样 <span class="display-sample-link">链接这样</span>{' '}
          <span class="display-sample-button">按钮这样</span>
        </p>
      )}
    </div>
  )
}
