// What every page can do beyond links and forms: copy a citation, follow a slider. All works without it
// but for the copying.
"use strict";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await copied(button.dataset.copy);
  const spoken = document.getElementById("spoken");
  const words = button.textContent;
  spoken.textContent = spoken.dataset.copied;
  button.textContent = "✓ " + spoken.dataset.copied;
  setTimeout(() => { button.textContent = words; spoken.textContent = ""; }, 2000);
});

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without a secure context or leave there is only the old way: select and copy.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

for (const slider of document.querySelectorAll("[data-shows]")) {
  slider.addEventListener("input", () => {
    document.getElementById(slider.dataset.shows).textContent = slider.value;
  });
}

for (const field of document.querySelectorAll("[data-submits]")) {
  field.addEventListener("change", () => field.form.requestSubmit());
}

// Empty fields say nothing: they stay out of the address.
for (const form of document.querySelectorAll("form.filters")) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });
}
