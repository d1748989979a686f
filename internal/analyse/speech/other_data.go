package speech

func french(t *tongue)  { t.language = "fr" }
func spanish(t *tongue) { t.language = "es" }
func german(t *tongue)  { t.language = "de" }
func russian(t *tongue) { t.language = "ru" }
func arabic(t *tongue)  { t.language, t.order = "ar", vso }
func chinese(t *tongue) { t.language, t.order = "zh", han }
func korean(t *tongue)  { t.language, t.order = "ko", sov }

func (r *reader) letterwise(o []token) { r.sentences(o) }
