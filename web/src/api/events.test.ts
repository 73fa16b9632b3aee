import { expect, it } from 'vitest';
import { eventOf } from './events';

it('reads the name and the lines of an event', () => {
  expect(eventOf('id: 7\nevent: document\ndata: {"a":1,\ndata: "b":2}')).toEqual({
    name: 'document',
    data: '{"a":1,\n"b":2}',
  });
});

it('does not take a comment for an event', () => {
  expect(eventOf(': still here')).toBeNull();
});
