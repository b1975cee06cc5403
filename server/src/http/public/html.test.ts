import { expect, test } from 'vitest'
import { html } from './html.ts'

test('text of other people is never markup, between tags or in an attribute', () => {
  const evil = `"><script>alert('1')</script>&`
  expect(html`<p title="${evil}">${evil}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</p>',
  )
})
test('markup in markup stays, lists are joined, nothing is nothing', () => {
  const items = ['a', '<b>'].map(item => html`<li>${item}</li>`)
  expect(html`<ul>${items}${null}${undefined}${false}${0}</ul>`.markup).toBe('<ul><li>a</li><li>&lt;b&gt;</li>0</ul>')
})
test('an object that only looks like markup is escaped by its type: it can be made by nothing else', () => {
  // @ts-expect-error plain objects are no markup
  expect(html`${{ markup: '<b>' }}`.markup).toBe('<b>')
})
