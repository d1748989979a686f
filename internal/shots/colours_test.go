package main

import (
	"image"
	"image/color"
	"testing"
)

func TestFewerColours(t *testing.T) {
	p := image.NewRGBA(image.Rect(0, 0, 100, 100))
	for i := range 10_000 {
		c := color.RGBA{uint8(i % 250), uint8(i / 100), 7, 255}
		if i < 5000 {
			c = color.RGBA{1, 2, 3, 255} // what is frequent stays as it is
		}
		p.Set(i%100, i/100, c)
	}
	out := fewer(p).(*image.Paletted)
	if n := len(out.Palette); n != 256 {
		t.Errorf("%d colours", n)
	}
	if out.At(3, 3) != color.Color(color.RGBA{1, 2, 3, 255}) {
		t.Errorf("the most frequent colour became %v", out.At(3, 3))
	}
	if again := fewer(p).(*image.Paletted); again.Palette[200] != out.Palette[200] {
		t.Error("the same picture has other colours now")
	}
}
