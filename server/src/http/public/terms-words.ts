import {
  classNames,
  countRare,
  type FieldClass,
  fieldClasses,
  numberOfSection,
  plainWords,
  sectionNames,
  sectionOf,
  sections,
  summarize,
  type Terms,
} from '@pars/terms'
import { type Html, html } from './html.ts'
import { publicWords } from './public-words.ts'

const words = publicWords.agreement

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Rare grants first, in bold. */
export const summaryHtml = (terms: Terms): Html => {
  const sentences = summarize(terms)
  const rare = countRare(sentences)
  return html`<ol class="sentences">${sentences.map(({ text }, index) =>
    index < rare ? html`<li class="rare"><strong>${text}</strong></li>` : html`<li>${text}</li>`,
  )}</ol>`
}

/** All terms by section, each with what holds it. */
export const termsHtml = (terms: Terms): Html => {
  const sentences = plainWords(terms)
  return html`${sections.map(
    section => html`<h3>${numberOfSection(section)}. ${sectionNames[section]}</h3>
<ul class="terms">${sentences
      .filter(({ pointer }) => sectionOf(pointer) === section)
      .map(
        ({ text, standing }) => html`<li>${text} <span class="mark ${standing}">${words.marks[standing]}</span></li>`,
      )}</ul>`,
  )}`
}

const use = (granted: boolean | undefined): Html => (granted ? html`<strong>${words.yes}</strong>` : html`${words.no}`)

const classRow = (terms: Terms, name: FieldClass): Html => {
  const term = terms.classes.find(each => each.class === name)
  return html`<tr><th scope="row">${capitalized(classNames[name])}</th><td>${use(term?.visible)}</td><td>${use(term?.filterable)}</td><td>${use(term?.exportable)}</td></tr>`
}

/** Every class of fields, granted or not: what is not shared is said too. */
export const classesHtml = (terms: Terms): Html => {
  const { class: name, seen, asked, files } = words.classColumns
  return html`<table>
<thead><tr><th scope="col">${name}</th><th scope="col">${seen}</th><th scope="col">${asked}</th><th scope="col">${files}</th></tr></thead>
<tbody>${fieldClasses.map(each => classRow(terms, each))}</tbody>
</table>
<p>${words.never}</p>`
}
