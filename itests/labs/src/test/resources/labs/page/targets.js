/* Answers which controls a finger cannot hit, one line each, and how many there are. */
const controls = [...document.querySelectorAll('button, a[href], input, select, summary')]
    .map(each => (each.type === 'checkbox' ? each.closest('label') : each))
    .filter(each => each.checkVisibility() && !each.matches('.skip') && (!document.querySelector('dialog') || each.closest('dialog')));
const wrong = controls.flatMap(each => {
    each.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = each.getBoundingClientRect();
    const words = each.tagName + ' ' + (each.textContent.trim() || each.ariaLabel || each.name);
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return [
        ...(Math.min(width, height) < 24 ? [words + ' is only ' + width.toFixed(1) + ' x ' + height.toFixed(1)] : []),
        ...(left < 0 || left + width > innerWidth ? [words + ' is cut off'] : []),
        ...(hit && (each.contains(hit) || hit.contains(each)) ? [] : [words + ' lies under ' + (hit ? hit.tagName : 'nothing')]),
    ];
});
return [controls.length, ...wrong].join('\n');
