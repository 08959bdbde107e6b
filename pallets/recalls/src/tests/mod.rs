mod cases;
mod histories;
mod holds;
mod recalls;
