import { describe, expect, test } from 'vitest'
import { expectSound } from './testing/check-screen.ts'
import { setStage } from './testing/set-stage.ts'

const stage = setStage()

describe('the manager of a seat', () => {
  test('adds, changes and ends an account by keyboard alone', async () => {
    const { page, hand } = await stage.sit('court-manager', { at: '/people' })
    const dialog = page.getByRole('dialog')
    await hand.press(page.getByRole('button', { name: 'Add a person' }))
    await hand.type(dialog.getByLabel('Name'), 'Nora Page')
    await hand.choose(dialog.getByLabel('Role'), 'Court clerk')
    await hand.type(dialog.getByLabel('Subject'), 'court-clerk')
    await hand.press(dialog.getByRole('button', { name: 'Add' }))
    await dialog.getByRole('alert').waitFor()
    await expectSound(page)
    await hand.type(dialog.getByLabel('Subject'), 'nora.page')
    await hand.press(dialog.getByRole('button', { name: 'Add' }))
    await page.getByText('Nora Page can sign in as Court clerk.').waitFor()

    await hand.press(page.getByRole('button', { name: 'Change Nora Page' }))
    await hand.choose(dialog.getByLabel('Role'), 'Arraignment Court Magistrate')
    await hand.press(dialog.getByRole('button', { name: 'Record the change' }))
    await page.getByText('The account of Nora Page is changed.').waitFor()

    const nora = await stage.sit('nora.page', { at: '/court' })
    await nora.page.getByText('Nora Page, Arraignment Court Magistrate').waitFor()

    await hand.press(page.getByRole('button', { name: 'End the account of Nora Page' }))
    await hand.type(dialog.getByLabel('Reason'), 'Left the court.')
    await hand.press(dialog.getByRole('button', { name: 'End the account' }))
    await page.getByText('The account of Nora Page has ended.').waitFor()
    await nora.page.goto('/people')
    await nora.page
      .getByRole('heading', { level: 1, name: 'Sign in first' })
      .or(nora.page.getByText('Just looking'))
      .first()
      .waitFor()
  })

  test('keeps the people of the own seat only', async () => {
    const { page } = await stage.sit('police-manager', { at: '/people' })
    await page.getByRole('heading', { level: 1, name: /^Police: \d+ people, 1 system$/ }).waitFor()
    await page.getByText('Each seat keeps its own people.').waitFor()
    const names = await page.locator('tbody th').allTextContents()
    expect(names.some(name => name.includes('Officer Booking'))).toBe(true)
    expect(names.some(name => name.includes('Magistrate Bench'))).toBe(false)
    await expectSound(page)
  })
})

test('somebody whom no seat knows is told which two lines to give to the manager', async () => {
  const { page } = await stage.sit('nobody.at.all', { at: '/board' })
  await page.getByRole('heading', { level: 1, name: 'You have no seat here' }).waitFor()
  await page.getByText('nobody.at.all').waitFor()
  await expectSound(page)
})
