import { verifierWords as words } from '../words/verifier.ts'
import { checkFile } from './check-file.ts'
import { element } from './element.ts'
import { verdictView } from './verdict-view.ts'

/** Lets the browser draw what was said before a long computation. */
const drawn = (): Promise<void> => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))

const field = (id: string, label: string, hint: string, input: HTMLElement): HTMLElement =>
  element(
    'div',
    { class: 'field' },
    element('label', { for: id }, label),
    element('p', { id: `${id}-hint`, class: 'hint' }, hint),
    input,
  )

/** Puts the checker into a place of the page. `keyUrl`: where this server's log offers its key, if there is a server. */
const mount = async (place: HTMLElement, keyUrl: string | undefined): Promise<void> => {
  const key = element('textarea', { id: 'log-key', rows: '3', 'aria-describedby': 'log-key-hint', spellcheck: 'false' })
  const file = element('input', { id: 'file', type: 'file', 'aria-describedby': 'file-hint' })
  const drop = element('div', { class: 'drop' }, field('file', words.file, words.fileHint, file))
  const said = element('p', { role: 'status' })
  const result = element('div', { class: 'result' })

  const check = async (chosen: File): Promise<void> => {
    said.textContent = words.checking
    result.replaceChildren()
    await drawn()
    try {
      const verdict = await checkFile(new Uint8Array(await chosen.arrayBuffer()), key.value)
      said.textContent = ''
      result.replaceChildren(verdictView(verdict, chosen.name))
      result.querySelector('h2')?.focus()
    } catch {
      said.textContent = words.unreadable
    }
  }
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? []
    if (chosen) void check(chosen)
    // The same file can be chosen again, with another key.
    file.value = ''
  })
  drop.addEventListener('dragover', event => event.preventDefault())
  drop.addEventListener('drop', event => {
    event.preventDefault()
    const [chosen] = event.dataTransfer?.files ?? []
    if (chosen) void check(chosen)
  })
  const hint = `${words.keyHint} ${words.keyOptional}`
  place.replaceChildren(element('p', {}, words.lead), field('log-key', words.key, hint, key), drop, said, result)
  if (keyUrl !== undefined) {
    const response = await fetch(keyUrl).catch(() => undefined)
    if (response?.ok && key.value === '') key.value = (await response.text()).trim()
  }
}

for (const place of document.querySelectorAll<HTMLElement>('[data-verifier]'))
  void mount(place, place.dataset['keyUrl'])
