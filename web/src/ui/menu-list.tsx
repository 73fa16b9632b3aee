'use client';
import clsx from 'clsx';
import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { MenuProps } from './menu-props';

/** @param props.isOpenAtFirst The trigger was pressed before the list had loaded. */
export function MenuList({ trigger, items, keepsOpen = false, isOpenAtFirst }: MenuProps & { isOpenAtFirst: boolean }) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen={isOpenAtFirst}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={12}
          className={clsx(
            'z-40 max-h-[60vh] min-w-44 overflow-y-auto rounded-xl border border-line bg-card p-1',
            'text-text shadow-lg',
          )}
        >
          {items.map((item) => {
            const look = clsx(
              'flex cursor-pointer items-center gap-2 rounded-lg px-2 py-1.5 outline-none max-sm:py-2.5',
              'data-[highlighted]:bg-hover data-[disabled]:opacity-50',
              item.isCritical && 'text-critical',
            );
            return item.isChosen === undefined ? (
              <DropdownMenu.Item key={item.label} disabled={item.disabled} onSelect={item.onSelect} className={look}>
                {item.label}
              </DropdownMenu.Item>
            ) : (
              <DropdownMenu.CheckboxItem
                key={item.label}
                checked={item.isChosen}
                disabled={item.disabled}
                onSelect={(event) => {
                  if (keepsOpen) {
                    event.preventDefault();
                  }

                  item.onSelect();
                }}
                className={look}
              >
                <span className="size-4">{item.isChosen && <Check aria-hidden className="size-4" />}</span>
                {item.label}
              </DropdownMenu.CheckboxItem>
            );
          })}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
