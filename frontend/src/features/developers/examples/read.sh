curl "https://ombelle.example/api/v1/agenda?department=80&theme=astronomy&limit=5"
