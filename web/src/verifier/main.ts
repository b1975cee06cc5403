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

const area = (id: string, rows: string): HTMLTextAreaElement =>
  element('textarea', { id, rows, 'aria-describedby': `${id}-hint`, spellcheck: 'false' })

/** Where a policy is pasted, or taken from a file that the reader holds. */
const policyField = (policy: HTMLTextAreaElement): HTMLElement => {
  const file = element('input', { id: 'policy-file', type: 'file' })
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? []
    if (chosen) policy.value = await chosen.text()
    file.value = ''
  })
  return element(
    'details',
    { class: 'field' },
    element('summary', {}, words.policy),
    field('policy', words.policyText, words.policyHint, policy),
    element('label', { for: 'policy-file' }, words.policyFile),
    file,
  )
}

const fetchText = async (url: string | undefined): Promise<string | undefined> => {
  const response = url === undefined ? undefined : await fetch(url).catch(() => undefined)
  return response?.ok ? response.text() : undefined
}

/** Puts the checker into a place of the page. The addresses: where this server's log offers its key and its policy, if there is a server. */
const mount = async (place: HTMLElement, { keyUrl, policyUrl }: DOMStringMap): Promise<void> => {
  const policy = area('policy', '6')
  let sitePolicy: string | undefined
  const key = area('log-key', '3')
  const file = element('input', { id: 'file', type: 'file', 'aria-describedby': 'file-hint' })
  const drop = element('div', { class: 'drop' }, field('file', words.file, words.fileHint, file))
  const said = element('p', { role: 'status' })
  const result = element('div', { class: 'result' })

  const check = async (chosen: File): Promise<void> => {
    said.textContent = words.checking
    result.replaceChildren()
    await drawn()
    try {
      const verdict = await checkFile(new Uint8Array(await chosen.arrayBuffer()), {
        key: key.value,
        policy: policy.value,
        sitePolicy,
      })
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
  const fields = [field('log-key', words.key, hint, key), policyField(policy)]
  place.replaceChildren(element('p', {}, words.lead), ...fields, drop, said, result)
  const known = await fetchText(keyUrl)
  if (known !== undefined && key.value === '') key.value = known.trim()
  sitePolicy = await fetchText(policyUrl)
}

for (const place of document.querySelectorAll<HTMLElement>('[data-verifier]')) void mount(place, place.dataset)
