// The highlight of a promise and that of its answer light up together, also when an address names one of them.
const pairsOf = (mark) => mark.dataset.pair.split(" ");
function choose(numbers) {
  for (const mark of document.querySelectorAll(".lit")) {
    mark.classList.toggle("chosen", pairsOf(mark).some((number) => numbers.includes(number)));
  }
}
function follow() {
  const named = /^#[po](\d+)$/.exec(location.hash);
  if (named) choose([named[1]]);
}
addEventListener("hashchange", follow);
follow();
