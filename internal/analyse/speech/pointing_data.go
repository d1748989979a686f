package speech

// pointing adds the words of each language that say whose or what something is:
// relatives and lawyers, papers with an author, answers, works with a name.
func (t *tongue) pointing() {
	switch t.language {
	case "en":
		t.add(kin, "daughter daughters son sons wife husband widow widower mother father parents brother brothers sister sisters cousin cousins uncle aunt nephew niece grandfather grandmother grandson granddaughter fiancé fiancée fiance fiancee partner girlfriend boyfriend friend friends "+
			"neighbour neighbor neighbours neighbors colleague colleagues lawyer lawyers attorney attorneys solicitor barrister counsel supporter supporters follower followers relative relatives family families aide aides adviser advisers advisor deputy assistant ally allies critic critics opponent rival "+
			"biographer doctor physician successor predecessor cellmate cellmates bodyguard driver translator interpreter spokesman spokeswoman spokesperson victim victims killer accuser heir child children")
		t.add(role, "accused daughters sons siblings brothers sisters parents widower nephew niece grandmother grandfather grandson granddaughter cellmate inmate inmates defector defectors student negotiator negotiators notary moderator clerk surgeon nurse pilot captain headmaster headteacher shopkeeper fisherman shepherd carpenter baker guard guards interpreter translator envoy delegate trustee treasurer curator conductor composer painter filmmaker director blogger organizer volunteer volunteers passenger passengers tenant tenants pensioner parishioner parishioners worshipper worshippers dissident dissidents exile exiles whistleblower ex-prisoner veteran veterans follower followers father's child")
		t.add(document, "statement statements report letter communique communiqué declaration release petition memo memorandum note email e-mail message dispatch bulletin manifesto appeal leaflet post tweet briefing")
		t.add(reply, "answer reply response words comment comments message verdict explanation assessment conclusion view reaction warning promise judgement judgment description summary plea appeal")
		t.add(these, "that this these those such so thus")
		t.add(work, "book books novel film movie song poem psalm play album essay article documentary painting story pamphlet leaflet magazine newspaper journal website blog channel ship boat vessel ferry yacht trawler operation campaign project programme program group band organisation organization movement party brigade battalion hashtag law act decree series show exhibition report")
		t.add(as, "as")
		t.add(naming, "alleged word term phrase expression label title known so-called called named titled entitled dubbed nicknamed codenamed code-named labelled labeled termed")
	case "fr":
		t.add(kin, "fille filles fils épouse femme mari époux veuve veuf mère père parents frère frères sœur sœurs cousin cousine oncle tante neveu nièce compagne compagnon fiancée fiancé ami amie amis proche proches voisin voisine collègue collègues avocat avocate avocats conseil défenseur défenseure partisan partisans famille adjoint adjointe conseiller conseillère collaborateur porte-parole médecin successeur allié alliés rival")
		t.add(role, "accusé accusée accusés prévenu prévenue plaignant plaignante fils épouse mari époux veuve mère parents frères cousin oncle tante neveu nièce compagne ami amie proche proches collègue avocats conseiller conseillère détenu détenue détenus prisonnier prisonnière rescapé rescapée survivant survivante réfugié réfugiée ouvrier ouvrière étudiant étudiante élu préfet préfète notaire greffier négociateur écrivain romancière romancier poète éditeur cinéaste chanteur chanteuse paysan paysanne pêcheur berger commerçant commerçante retraité retraitée syndicaliste manifestant manifestante victime ministre chancelier chancelière émissaire otage interprète commandant soldat gardien capitaine blogueur blogueuse paroissien")
		t.add(document, "communiqué rapport lettre déclaration message pétition note courriel tribune tract motion avis")
		t.add(reply, "réponse réplique termes mots paroles commentaire message verdict explication conclusion réaction avertissement propos formule constat promesse")
		t.add(these, "c ce cette ces telle tel tels telles voilà ainsi")
		t.add(work, "livre roman film chanson poème pièce album article documentaire journal revue magazine site bateau navire ferry opération campagne projet programme groupe association organisation mouvement parti loi décret série émission rapport collectif brigade bataillon")
		t.add(as, "comme")
		t.add(naming, "mot terme expression intitulé intitulée intitulés baptisé baptisée surnommé surnommée appelé appelée nommé nommée soi-disant prétendu prétendue prétendus prétendues")
		t.add(accords, "dires termes")
		t.add(say, "chuchote chuchoté martelé s'exclame exclamé s'exclamé lit-on souffle soufflé fait-il lit lire peste tranche tranché insiste ajoutent ajoutait expliquait affirmait racontait dénoncent s'inquiète s'alarme s'étonne s'emporte s'écrie écrie lancent regrettent promet promis")
		t.add(weak, "montré montrée félicite félicité félicitent attribue attribué parle parlé parlent évoquent qualifient dénonce dénoncé dénoncent accusent condamnent salue saluent exprimé exprime fustigé fustige juge jugent voit")
	case "es":
		t.add(kin, "hija hijas hijo hijos esposa esposo mujer marido viuda viudo madre padre padres hermano hermanos hermana hermanas primo prima tío tía sobrino sobrina abuelo abuela nieto nieta novia novio amigo amiga amigos vecino vecina colega colegas abogado abogada abogados defensor defensora familia familiares partidario partidarios seguidores allegado allegados asesor asesora ayudante portavoz médico sucesor aliado aliados rival compañera compañero")
		t.add(role, "acusado acusada hija hijo hijos esposa esposo marido viuda padre padres hermano hermanos primo prima tío tía sobrino sobrina abuelo abuela nieto nieta amigo amiga colega abogados familiar familiares asesor asesora preso presa detenido detenida exprisionero sobreviviente superviviente refugiado refugiada campesino campesina obrero obrera estudiante canciller gobernador gobernadora notario escritor escritora novelista poeta editor cineasta cantante pescador pastor comerciante jubilado sindicalista manifestante víctima intérprete soldado guardia capitán bloguero feligrés empresa concejal concejala prefecto negociador negociadora guardián recluso reclusa exrecluso")
		t.add(document, "comunicado informe carta declaración mensaje petición nota escrito manifiesto correo")
		t.add(reply, "respuesta contestación términos réplica palabras comentario mensaje veredicto explicación conclusión reacción advertencia frase promesa")
		t.add(these, "esa ese eso esas esos esta este esto estas estos tal tales así aquella aquellas")
		t.add(work, "libro novela película canción poema obra disco álbum artículo documental diario periódico revista barco buque operación campaña proyecto programa grupo asociación organización movimiento partido ley decreto serie informe colectivo brigada batallón")
		t.add(as, "como de")
		t.add(naming, "palabra término expresión llamado llamada llamados llamadas titulado titulada denominado denominada denominados denominadas apodado apodada conocido conocida conocidos conocidas supuesto supuesta supuestos supuestas")
		t.add(accords, "juicio palabras")
		t.add(say, "decía decían contaba contaban explicaba explicaban gritaba gritaban coreaba coreaban repetía afirmaba afirmaban señalaba recordaba respondía insistía mantiene mantuvo mantienen sostienen añadía lamentaba advertía preguntaba "+
			"añadieron agregaron señalaron dijeron repitió repite lee leer reza agrega agregado recalcó recalca destacó destaca narró narra rememoró susurró murmuró prosiguió continuó continúa relató explicaron contaron aseguraron denuncian lamentan piensa cree creen sentenció espetó soltó bromeó ironizó remató")
		t.add(weak, "mostró mostraron muestra atribuyó atribuye achacó achaca expresó expresa expresaron calificaron califica calificado tacha tachó tacharon acusa acusaron condena condenó condenaron denunció habla hablan hablaron llama llamaron describe describió celebró saludó elogió ve consideró rechazó tildan")
	case "de":
		t.add(kin, "tochter töchter sohn söhne ehefrau frau ehemann mann witwe witwer mutter vater eltern bruder brüder schwester schwestern cousin cousine onkel tante neffe nichte großvater großmutter enkel enkelin verlobte partnerin partner freund freundin freunde nachbar nachbarin kollege kollegin kollegen anwalt anwältin anwälte verteidiger verteidigerin anhänger familie angehörige angehörigen berater beraterin sprecher sprecherin stellvertreter arzt nachfolger verbündeter verbündete gegner")
		t.add(role, "angeklagte angeklagter tochter sohn ehefrau ehemann witwe witwer eltern bruder schwester cousin onkel tante neffe nichte großvater großmutter enkel freund freundin kollege kollegin anwälte verteidiger angehörige angehörigen häftling gefangener gefangene gefangenen überlebende überlebender flüchtling landwirt bauer bäuerin arbeiter arbeiterin student studentin ministerpräsident außenministerin notar schriftsteller schriftstellerin autor autorin dichter verleger regisseur sänger sängerin fischer händler rentner rentnerin demonstrant opfer dolmetscher soldat wächter wärter aufseher hauptmann kapitän landrat unterhändler moderatorin gemeindemitglied geistlicher berichterstatter berichterstatterin zeugin lehrerin imam")
		t.add(document, "mitteilung pressemitteilung erklärung stellungnahme bericht brief schreiben aufruf petition botschaft notiz aussendung")
		t.add(reply, "antwort erwiderung entgegnung worte worten kommentar botschaft urteil erklärung fazit reaktion warnung satz versprechen auskunft")
		t.add(these, "das dies diese diesen dieser so solche")
		t.add(work, "buch roman film lied gedicht stück album artikel dokumentation zeitung zeitschrift magazin schiff fähre operation kampagne projekt programm gruppe verein organisation bewegung partei gesetz dekret serie bericht brigade bataillon bündnis")
		t.add(as, "als")
		t.add(naming, "wort begriff ausdruck sogenannte sogenannten sogenannter sogenanntes genannt genannte genannten namens betitelt bekannt angebliche angeblichen titel")
		t.add(say, "ergänzten flüsterte schrie schilderte schildert entgegnete entgegnet erwiderte erwidert fuhr fort bekannte sagten meinten bedauerte bedauert fasste steht schloss erinnert erzählten hieß zitiert lobte wiederholte wiederholt urteilt stellt mahnt kündigt teilt räumt")
		t.add(weak, "zeigte zeigten zeigt nannten nennen bezeichneten bezeichnen sprach sprechen spricht beschuldigt verurteilt verurteilten begrüßt beklagte geißelte kritisierten wertete wertet prangerte sieht drückte äußerte")
		t.add(accords, "angaben worten ansicht aussage aussagen einschätzung meinung sicht auffassung darstellung überzeugung")
		t.add(adverb, "sich uns mir ihm ihr ihnen")
	case "ru":
		t.add(kin, "дочь дочери сын сына жена жены муж мужа вдова вдовы мать матери отец отца родители брат брата сестра сестры дядя тетя племянник племянница дед бабушка внук внучка невеста жених друг друга подруга друзья сосед соседа соседка коллега коллеги адвокат адвоката адвокаты защитник защитника родственник родственники родственница сторонник сторонники помощник помощника соратник соратники советник пресс-секретарь пресс-секретаря врач преемник семья")
		t.add(role, "дочь сын жена муж вдова вдовы родители брат сестра дядя тетя племянник племянница дед бабушка внук друг подруга коллега защитник родственник родственники родственница сторонник помощник соратник советник заключенный заключенная заключенные осужденный осужденная бывший узник узница беженец беженка крестьянин рабочий студент студентка писатель писательница поэт поэтесса издатель режиссер певец певица рыбак пастух торговец пенсионер пенсионерка блогер переводчик солдат охранник надзиратель капитан нотариус посланник председательница учительница епископа священника отца эксперта эксперты журналиста директора главы руководителя председателя представителя пресс-секретаря активиста правозащитника правозащитницы активистки")
		t.add(document, "заявлении заявление заявления докладе доклад доклада письме письмо письма обращении обращение сообщении сообщение коммюнике петиции петиция отчете отчет пресс-релизе послании послание")
		t.add(reply, "ответ слова словами комментарий реакция вывод объяснение предупреждение обещание фраза фразой")
		t.add(preposing|of, "из")
		t.add(these, "это эти этими таков такова таковы такой такими так этой")
		t.add(work, "книга книгу книги книге роман романа фильм фильма фильме песня песню стихотворение пьеса альбом статья статью статье газета газеты газете журнал журнала корабль судно теплоход операция операции кампания проект проекта программа группа группы организация организации движение движения движением партия партии общество общества обществе фонд фонда центр центра центре ассоциация союз союза закон закона сериал доклад объединение объединения проекте издание издания фонде канал канале бригада батальон")
		t.add(as, "как")
		t.add(naming, "слово слове термин называемый называемые называемая называемое называемых называемых именуемый названием прозванный")
		t.add(accords, "мнению данным утверждению информации оценке сведениям")
		t.add(say, "прошептала повторяет произнес произнесла заметил заметила замечает вздохнул вздыхает воскликнула поделился поделилась отмечают сообщают рассказывают пишут уверена уверены убежден убеждена говорили комментирует подытожил подытожила заключает продолжает добавляет добавляют добавляла признает признается поясняет уточняет подчеркивают напоминает предупреждает рассказывает рассказывала недоумевает отрезал посетовал посетовала отчеканил указано сказано")
		t.add(weak, "называют охарактеризовал охарактеризовала выразил выразила выразили осудила осудили обвиняет обвиняют раскритиковала счел сочла сочли")
	}
}
