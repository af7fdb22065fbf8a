"""One script a question: they train, export and measure what the package ships."""
