"""Condition reports: what each unit of a loan is like when it leaves and when it is back, with photographs."""
