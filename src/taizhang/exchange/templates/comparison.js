// The highlight of a promise and that of its answer light up together when an address names one of them.
function follow() {
  const named = /^#[po](\d+)$/.exec(location.hash);
  for (const mark of document.querySelectorAll(".lit")) {
    mark.classList.toggle("chosen", named !== null && mark.dataset.pair.split(" ").includes(named[1]));
  }
}
addEventListener("hashchange", follow);
follow();
