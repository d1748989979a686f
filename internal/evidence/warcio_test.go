package evidence

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const warcio = `
const {WARCParser} = require('warcio');
(async () => {
  for await (const r of new WARCParser(require('fs').createReadStream(process.argv[1]))) {
    const text = await r.contentText();
    console.log(JSON.stringify({type: r.warcType, target: r.warcTargetURI || '', status: r.httpHeaders ? r.httpHeaders.statusline : '', text: r.warcType == 'metadata' ? JSON.parse(text).id : text}));
  }
})();`

// TestWarcioReadsOurFiles gives two capture files, one behind the other as an
// export has them, to the reader that web archives are played with.
func TestWarcioReadsOurFiles(t *testing.T) {
	modules, err := filepath.Abs("../../build/npm/node_modules")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(modules, "warcio")); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("warcio is missing; scripts/setup.sh installs it: %v", err)
		}
		t.Skipf("warcio is not here (scripts/setup.sh installs it): %v", err)
	}
	page := strings.Repeat("An invented page, Ünïcödé. ", 100)
	file := filepath.Join(t.TempDir(), "both.warc.gz")
	if err := os.WriteFile(file, append(encode(t, overTheWeb(t, page, true)), encode(t, handedIn("An invented text.\n"))...), 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("node", "-e", warcio, file)
	c.Env = append(os.Environ(), "NODE_PATH="+modules)
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, &said)
	}
	type record struct{ Type, Target, Status, Text string }
	var got []record
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatalf("%v in %q", err, lines.Text())
		}
		if r.Type == kindInfo {
			r.Text = ""
		}
		got = append(got, r)
	}
	const at, own = "https://example.org/a?b=1", resourceTarget + "rdk_k_exampleexample22"
	want := []record{
		{Type: kindInfo}, {kindRequest, at, "GET /a?b=1 HTTP/1.1", ""}, {kindResponse, at, "HTTP/1.1 200 OK", page}, {kindMetadata, at, "", "rdk_k_exampleexample22"},
		{Type: kindInfo}, {kindResource, own, "", "An invented text.\n"}, {kindMetadata, own, "", "rdk_k_exampleexample22"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
