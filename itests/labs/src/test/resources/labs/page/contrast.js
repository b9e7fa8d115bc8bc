/* Answers what is harder to read than WCAG 2.2 (1.4.3) allows, one line each, and how much was measured. */
const rgba = text => {
    if (!/^rgba?\(/.test(text)) { throw new Error('a colour this script cannot read: ' + text); }
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
};
const over = (top, under) => ({
    r: top.r * top.a + under.r * (1 - top.a),
    g: top.g * top.a + under.g * (1 - top.a),
    b: top.b * top.a + under.b * (1 - top.a),
    a: 1,
});
const chain = element => (element ? [...chain(element.parentElement), element] : []);
const linear = part => (part <= 10 ? part / 3294.6 : Math.pow((part / 255 + 0.055) / 1.055, 2.4));
const luminance = c => 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
const behind = element => chain(element)
    .map(each => rgba(getComputedStyle(each).backgroundColor))
    .reduce((under, layer) => over(layer, under), { r: 255, g: 255, b: 255, a: 1 });
const opacity = element => chain(element).reduce((all, each) => all * Number(getComputedStyle(each).opacity), 1);
const ratio = (element, style) => {
    const under = behind(element);
    const colour = rgba(style.color);
    const text = over({ ...colour, a: colour.a * opacity(element) * Number(style.opacity || 1) / Number(getComputedStyle(element).opacity || 1) }, under);
    const [dark, light] = [luminance(text), luminance(under)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
};
const seen = element => element.checkVisibility() && !element.closest(':disabled') && element.getBoundingClientRect().width > 1
    && (!document.querySelector('dialog') || element.closest('dialog'));
const found = [];
let measured = 0;
const measure = (element, style, words) => {
    measured++;
    const is = ratio(element, style);
    if (is < 4.5) { found.push(is.toFixed(2) + ' ' + element.tagName + '.' + element.className + ': ' + words.trim().slice(0, 40)); }
};
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.data.trim() && seen(node.parentElement)) { measure(node.parentElement, getComputedStyle(node.parentElement), node.data); }
}
for (const element of document.querySelectorAll('input:not([type=checkbox]), select')) {
    if (seen(element)) {
        measure(element, getComputedStyle(element), 'value of ' + element.name);
        if (element.placeholder) { measure(element, getComputedStyle(element, '::placeholder'), element.placeholder); }
    }
}
for (const element of document.querySelectorAll('td')) {
    const label = getComputedStyle(element, '::before');
    if (seen(element) && label.content !== 'none') { measure(element, label, label.content); }
}
return [measured, ...new Set(found)].join('\n');
