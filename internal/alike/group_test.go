package alike

import (
	"reflect"
	"slices"
	"testing"
)

func TestGroup(t *testing.T) {
	parts := paragraphs(english)
	items := []Item{
		{New(parts[0]), 0},
		{New(chinese), 0},
		{New(english), 0},
		{New(""), 0},
		{New(parts[1] + "\n\n" + parts[0]), 0},
		{New(retold), 0},
		{New(chinese), 0},
		{New(""), 0},
	}
	want := []int{0, 1, 0, 3, 0, 5, 1, 7}
	got := Group(items)
	if !reflect.DeepEqual(stories(got), want) {
		t.Errorf("%v, want %v", stories(got), want)
	}
	if got[1].Similarity != 1 || got[2].Similarity < .9 || got[5].Similarity != 1 {
		t.Errorf("%+v", got)
	}
	slices.Reverse(items)
	if back := stories(Group(items)); !reflect.DeepEqual(back, []int{0, 1, 2, 3, 4, 3, 1, 3}) {
		t.Errorf("in the other order: %v", back)
	}
}

// TestShortCopiesMeetInTheLongOne holds that two cuts of a text, with no word in
// common, are one story once the whole text is there, and two before.
func TestShortCopiesMeetInTheLongOne(t *testing.T) {
	parts := paragraphs(english)
	cuts := []Item{{New(parts[0]), 0}, {New(parts[1]), 0}}
	if got := stories(Group(cuts)); !reflect.DeepEqual(got, []int{0, 1}) {
		t.Errorf("without the whole text: %v", got)
	}
	if got := stories(Group(append(cuts, Item{New(english + "\n\n" + retold), 0}))); !reflect.DeepEqual(got, []int{0, 0, 0}) {
		t.Errorf("with the whole text: %v", got)
	}
}
