import { afterEach, expect } from 'vitest'
import { guardNetwork, takeRefusedAddresses } from './network-guard.ts'

guardNetwork()

// Code that swallows the refusal does not save its test: the address is printed all the same.
afterEach(() => {
  expect(takeRefusedAddresses(), 'no test reaches the network').toEqual([])
})
