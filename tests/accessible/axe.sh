#!/usr/bin/env bash
# Holds pages to the rules of axe-core (WCAG 2.2 A and AA, and its best practices) in a Chromium without a window.
#
#   tests/accessible/axe.sh PAGE.html...
#
# Ends with 0 when no page breaks a rule, with 1 and what breaks which rule, and with 77 and one sentence when something
# is missing that it needs: chromium, npm and python3 (Debian: apt install chromium npm python3), or the network for
# axe-core, unless AXE names its axe.min.js.
set -euo pipefail
VERSION=4.14.1
missing() { echo "skipped: $1"; exit 77; }
browser=
for one in chromium chromium-browser google-chrome; do
  command -v "$one" >/dev/null && browser=$one && break
done
[ -n "$browser" ] || missing 'no chromium (on Debian and Ubuntu: apt install chromium)'
command -v python3 >/dev/null || missing 'no python3'
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
axe=${AXE:-}
if [ -z "$axe" ]; then
  command -v npm >/dev/null || missing 'no npm (on Debian and Ubuntu: apt install npm), and no AXE=axe.min.js'
  (cd "$room" && npm install --silent --no-save "axe-core@$VERSION" >/dev/null 2>&1) || missing 'axe-core cannot be fetched'
  axe=$room/node_modules/axe-core/axe.min.js
fi
failed=0
for page in "$@"; do
  # The page itself forbids scripts: what looks at it is let in here, and nothing else is changed.
  python3 - "$page" "$axe" "$room/page.html" <<'PY'
import re, sys
page, axe, out = sys.argv[1:]
text = open(page, encoding="utf-8").read()
text, count = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
assert count == 1, "a page forbids scripts"
look = """
axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const told = document.createElement("script");
  told.type = "application/json"; told.id = "axe-found";
  const lines = found.violations.flatMap(one => one.nodes.map(node => [one.id, one.help, node.target.join(" ")]));
  told.textContent = JSON.stringify({version: found.testEngine.version, passes: found.passes.length, lines});
  document.body.append(told);
});
"""
script = open(axe, encoding="utf-8").read().replace("</script", "<\\/script")
at = text.rindex("</body>")
open(out, "w", encoding="utf-8").write(f"{text[:at]}<script>{script}</script><script>{look}</script>{text[at:]}")
PY
  "$browser" --headless --no-sandbox --disable-gpu --user-data-dir="$room/browser" --window-size=1280,900 \
    --virtual-time-budget=60000 --dump-dom "file://$room/page.html" >"$room/dom.html" 2>/dev/null
  python3 - "$page" "$room/dom.html" <<'PY' || failed=1
import json, re, sys
page, dom = sys.argv[1:]
found = re.search(r'id="axe-found">(.*?)</script>', open(dom, encoding="utf-8").read(), re.S)
if not found:
    sys.exit(f"{page}: axe-core did not end")
found = json.loads(found[1])
for rule, help, target in found["lines"]:
    print(f"{page}: {rule}: {help}: {target}")
if found["lines"]:
    sys.exit(1)
print(f"{page}: {found['passes']} rules of axe-core {found['version']} hold")
PY
done
exit $failed
