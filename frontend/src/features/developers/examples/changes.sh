curl "https://ombelle.example/api/v1/agenda/changes?since=CURSOR"
