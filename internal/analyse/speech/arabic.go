package speech

// arabic reads "قال X: «…»" and "«…»، قال X".
func (s *surroundings) arabic(o []token, i int) (who, cue piece) {
	for k := i - 1; k >= 0 && o[k].begin >= s.begin; k-- {
		if o[k].class&(say|accords) != 0 {
			return s.arabicSubject(o, k, i), piece{o[k].begin, o[k].end}
		}
	}
	for k := i + 1; k < len(o) && o[k].end <= s.end && k < i+6; k++ {
		if o[k].class&(say|accords) != 0 {
			return s.arabicSubject(o, k, len(o)), piece{o[k].begin, o[k].end}
		}
	}
	return piece{}, piece{}
}

// arabicSubject gives the subject behind a verb at v: up to "that", a
// preposition or a mark; a name between commas that follows a description is
// meant rather than it.
func (s *surroundings) arabicSubject(o []token, v, limit int) piece {
	b := v + 1
	end := s.arabicEnd(o, b, limit)
	if end == b {
		return piece{}
	}
	if end+1 < limit && o[end].mark == '،' {
		if e := s.arabicEnd(o, end+1, limit); e-end-1 >= 2 && e-end-1 <= 4 && e < limit && o[e].mark == '،' {
			return piece{o[end+1].begin, o[e-1].end}
		}
	}
	return piece{o[b].begin, o[end-1].end}
}

func (s *surroundings) arabicEnd(o []token, b, limit int) int {
	end := b
	for end < limit && end < b+10 && o[end].kind == wordToken && o[end].class&(that|preposing|say) == 0 {
		end++
	}
	return end
}
