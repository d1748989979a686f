module rightsdesk

go 1.26
